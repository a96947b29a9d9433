"""What moto_server is told before it starts; Python runs this file first.

moto gives every request a thread of its own, and guards what it holds with no lock. Of two that
meet, one can end in a 500: "dictionary changed size during iteration". So moto answers one at a
time here. A request that it made to itself would wait for ever.

Now and then a connection of the AWS provider breaks before the answer is read, and its SDK tries
the call again (aws/aws-sdk-go-v2#2737). What the first try made would be refused to the second
one as a duplicate. So a call that succeeded gets the same answer when it is tried again.
"""

import os
import threading
import traceback
from collections import OrderedDict

try:
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication
    from werkzeug.test import run_wsgi_app
except ImportError:
    # Python would go on without this file, and moto without the lock
    traceback.print_exc()
    os._exit(1)

# a second try comes within seconds
_KEPT = 1000

_one_at_a_time = threading.Lock()
_answers = OrderedDict()
_answer = DomainDispatcherApplication.__call__


def _answer_alone_and_once(self, environ, start_response):
    with _one_at_a_time:
        # AWS's SDKs and CLI number their calls; a further try keeps the number
        call = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if call is None:
            return _answer(self, environ, start_response)
        answer = _answers.get(call)
        if answer is None:
            answer = run_wsgi_app(
                lambda *args: _answer(self, *args), environ, buffered=True
            )
            if answer[1].startswith("2"):
                _answers[call] = answer
                if len(_answers) > _KEPT:
                    _answers.popitem(last=False)
    body, status, headers = answer
    start_response(status, list(headers))
    return body


DomainDispatcherApplication.__call__ = _answer_alone_and_once

import speed  # noqa: E402,F401

if os.environ.get("EMULATOR_KNOWS_ACCESS_CONTROL") == "true":
    import access_control  # noqa: F401
    import deployment  # noqa: F401
