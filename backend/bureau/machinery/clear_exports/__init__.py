"""Many sealed values in the clear, in one file: asked for by one person, approved by two others, opened by one job."""
