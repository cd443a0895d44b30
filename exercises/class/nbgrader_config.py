# What nbgrader on a student's server needs to know; jupyterhub_config.py puts this folder on JUPYTER_CONFIG_PATH.
import os

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "reading-room"
c.Exchange.root = os.environ.get("READINGROOM_EXCHANGE", "/srv/nbgrader/exchange")
# A student's record is theirs; the hand-in is what is marked.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", ".venv", "my-record", "my-copy"]
