"""What moto_server is told before it starts; Python runs this file first.

moto gives every request a thread of its own, and guards what it holds with no lock. Of two that
meet, one can end in a 500: "dictionary changed size during iteration". So moto answers one at a
time here. A request that it made to itself would wait for ever.
"""

import os
import threading
import traceback

try:
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication
except ImportError:
    # Python would go on without this file, and moto without the lock
    traceback.print_exc()
    os._exit(1)

_one_at_a_time = threading.Lock()
_answer = DomainDispatcherApplication.__call__


def _answer_alone(self, environ, start_response):
    with _one_at_a_time:
        return _answer(self, environ, start_response)


DomainDispatcherApplication.__call__ = _answer_alone

if os.environ.get("EMULATOR_KNOWS_ACCESS_CONTROL") == "true":
    import access_control  # noqa: F401
