"""Bureau: the system a city's education bureau runs on."""

__version__ = "0.1.0"
