"""What moto's access control has to be told; sitecustomize.py loads this file for the tests that enforce IAM.

moto decides by the policies of whoever calls. But for most services it does not say which
resource a call is about, and it knows three IAM actions by another name or not at all. Here it
learns both, as the Service Authorization Reference of AWS has them. The verdicts stay moto's.
"""

from moto.awslambda.responses import LambdaResponse
from moto.iam import access_control
from moto.iam.responses import IamResponse
from moto.kms.responses import KmsResponse
from moto.s3 import responses as s3

# without an action of its own the call would be taken for s3:ListBucket
s3.ACTION_MAP["BUCKET"]["GET"]["encryption"] = "GetEncryptionConfiguration"

# the tests give keys by their ARN
KmsResponse._determine_resource = lambda self: self._get_param("KeyId") or "*"


def _function_arn(self):
    name = self.path.split("/functions/")[-1].split("/")[0]
    return f"arn:{self.partition}:lambda:{self.region}:{self.current_account}:function:{name}"


LambdaResponse._determine_resource = _function_arn

# a permission that no call of its own goes with: one that does nothing lets the tests ask for it
IamResponse.pass_role = lambda self: "{}"
_parse = IamResponse.parse_parameters
IamResponse.parse_parameters = lambda self, request: (
    None if self._get_action() == "PassRole" else _parse(self, request)
)

_init = access_control.IAMRequestBase.__init__
_check_principal = access_control.IAMPolicyStatement._check_principal


def _init_with_action_of_iam(self, *args, action, **kwargs):
    _init(self, *args, action="InvokeFunction" if action == "Invoke" else action, **kwargs)


def _check_principal_among_services(self, principal):
    # moto fails on a trust policy that names services alone; whoever calls is none of them
    if "AWS" not in self._statement.get("Principal", {"AWS": "*"}):
        return False
    return _check_principal(self, principal)


access_control.IAMRequestBase.__init__ = _init_with_action_of_iam
access_control.IAMPolicyStatement._check_principal = _check_principal_among_services
