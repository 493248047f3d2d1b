"""Files: handed in by uploads that can be resumed, checked before anybody can open them, and given out again."""
