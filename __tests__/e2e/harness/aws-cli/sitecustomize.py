"""Python runs this before the AWS CLI, which then answers commands until its standard input ends.

To load the AWS CLI takes longer than most commands. Each command is a process of its own, with the
folder, the arguments and the environment of the shell that asks.
"""

import os
import select
import signal
import socket


def serve():
    from awscli.clidriver import create_clidriver

    driver = create_clidriver()
    # nobody waits for the commands
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        while server in select.select([server, 0], [], [])[0]:
            connection, _ = server.accept()
            if os.fork() == 0:
                run(driver, connection)
            connection.close()
    os._exit(0)


def run(driver, connection):
    """What is asked ends with an empty text; what is answered, with the exit code."""
    with connection.makefile("rb") as stream:
        folder, number = text(stream), int(text(stream))
        arguments = [text(stream) for _ in range(number)]
        variables = dict(one.split("=", 1) for one in iter(lambda: text(stream), ""))
    os.chdir(folder)
    # the AWS CLI says there where its own data is
    data = os.environ["AWS_DATA_PATH"]
    os.environ.clear()
    os.environ.update(variables, AWS_DATA_PATH=data)
    os.dup2(connection.fileno(), 1)
    os.dup2(connection.fileno(), 2)
    code = 255
    try:
        code = driver.main(arguments)
    except SystemExit as end:
        code = end.code
    finally:
        print(f"\n{code}", flush=True)
        os._exit(0)


def text(stream):
    """The bytes before the next zero byte."""
    return b"".join(iter(lambda: stream.read(1), b"\0")).decode()


if os.environ.pop("SSM_IAM_AWS_CLI_SERVES", None) is not None:
    serve()
