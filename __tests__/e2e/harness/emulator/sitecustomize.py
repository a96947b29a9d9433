"""What moto_server is told before it starts; Python runs this file first.

moto gives every request a thread of its own and locks nothing. Two that meet can end in a 500 after
the change is made, or lose one: Terraform then tries again, and is told that its role already exists.
"""

import os
import threading

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

_one_at_a_time = threading.Lock()
_answer = DomainDispatcherApplication.__call__


def _answer_alone(self, environ, start_response):
    with _one_at_a_time:
        return _answer(self, environ, start_response)


DomainDispatcherApplication.__call__ = _answer_alone

if "EMULATOR_ENFORCES_IAM" in os.environ:
    import access_control  # noqa: F401
