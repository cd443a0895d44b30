"""What Orca reads at its start: a page is read when it is asked for, and no key is named as it is pressed."""

from orca import settings

settings.sayAllOnLoad = False
settings.enableKeyEcho = False
settings.enableEchoByWord = False
