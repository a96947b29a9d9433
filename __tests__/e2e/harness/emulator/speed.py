"""Halves what moto takes for a request, and takes nearly all of what it takes to forget everything."""

import argparse
import copy
import functools
import logging

from moto.iam.models import IAMBackend
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

# it has a line for each request, and nobody reads them
logging.getLogger("werkzeug").setLevel(logging.ERROR)

# moto lists its own folders to find the service of a request
DomainDispatcherApplication.get_backend_for_host = functools.cache(
    DomainDispatcherApplication.get_backend_for_host
)

# moto parses AWS's policies again for each account, each time it forgets everything
_parse = IAMBackend._init_aws_policies


@functools.cache
def _policies_of_aws(account_id, region_name):
    return _parse(argparse.Namespace(account_id=account_id, region_name=region_name))


def _unattached_policies_of_aws(self):
    return [copy.copy(policy) for policy in _policies_of_aws(self.account_id, self.region_name)]


IAMBackend._init_aws_policies = _unattached_policies_of_aws
