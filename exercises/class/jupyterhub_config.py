# A class on one machine: JupyterHub with local accounts. README.md in this folder says how to set it up.
# Every setting that differs from class to class is an environment variable, so that this file need not be edited.
import itertools
import os
import socket
import sys

c = get_config()  # noqa: F821

c.JupyterHub.bind_url = os.environ.get("READINGROOM_HUB_URL", "http://127.0.0.1:8000")
c.ConfigurableHTTPProxy.command = os.environ.get("READINGROOM_PROXY", "configurable-http-proxy").split()

# Who may come in: the machine's own accounts, unless you name another authenticator. `allow_all` admits every account
# that can log in.
c.JupyterHub.authenticator_class = os.environ.get("READINGROOM_AUTHENTICATOR", "pam")
c.Authenticator.allow_all = True
c.Authenticator.admin_users = set(os.environ.get("READINGROOM_TEACHERS", "").split())

# The servers run from the environment that the hub runs from; each starts in the student's own home, on the first
# lesson.
c.Spawner.cmd = [os.path.join(os.path.dirname(sys.executable), "jupyterhub-singleuser")]
c.Spawner.default_url = "/lab/tree/reading-room/notebooks/00-start-here.ipynb"
c.Spawner.environment = {"PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ.get("PATH", "/usr/bin:/bin")}
# A whole class that starts at once needs patience: on two cores the tenth server is up after about half a minute.
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120
c.JupyterHub.concurrent_spawn_limit = int(os.environ.get("READINGROOM_SPAWNS_AT_ONCE", "10"))

# Every server gets a port that the system gives to no connection. Of itself the hub takes one that is free at the
# moment, and until the server stands, some seconds later, anything on the machine may have it: the start fails.
PORTS = itertools.cycle(range(20000, 30000))


def is_free(port):
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def give_a_port(spawner):
    spawner.port = next(port for port in PORTS if is_free(port))


c.Spawner.pre_spawn_hook = give_a_port

# nbgrader's exchange, and what students get without being asked: see nbgrader_config.py beside this file.
c.Spawner.environment["JUPYTER_CONFIG_PATH"] = os.environ.get(
    "READINGROOM_CONFIG_PATH", os.path.dirname(os.path.abspath(__file__))
)
c.Spawner.environment["READINGROOM_EXCHANGE"] = os.environ.get("READINGROOM_EXCHANGE", "/srv/nbgrader/exchange")

# A server that nobody used for an hour is stopped; what was done is on the disk.
c.JupyterHub.services = [
    {"name": "idle-culler", "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"]}
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "services": ["idle-culler"],
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    }
]
