"""What moto's access control has to be told for whoever deploys; sitecustomize.py loads this file after access_control.py.

Which user, group, policy or instance profile a call of IAM is about, and which other action IAM
asks for as well, as the Service Authorization Reference has them. The verdicts stay moto's. And
the service settings of Systems Manager, which moto does not have.
"""

import json
import os

from moto.iam import access_control
from moto.iam.exceptions import NotFoundException
from moto.iam.responses import IamResponse
from moto.ssm.responses import SimpleSystemManagerResponse as SsmResponse

# a call that names a profile and a role is about the profile
_KINDS = {
    "InstanceProfileName": "instance-profile",
    "RoleName": "role",
    "UserName": "user",
    "GroupName": "group",
}


def _iam_arn(self):
    """Of what is there, or of what is to be made."""
    given = {name: values[0] for name, values in self.data.items() if values}
    start = f"arn:{self.partition}:iam::{self.current_account}:"
    path = given.get("Path", "/")
    for parameter, kind in _KINDS.items():
        name = given.get(parameter)
        if name is None:
            continue
        if self._get_action().startswith("Create"):
            return f"{start}{kind}{path}{name}"
        try:
            return getattr(self.backend, "get_" + kind.replace("-", "_"))(name).arn
        except NotFoundException:
            return f"{start}{kind}/{name}"
    if self._get_action() == "CreatePolicy":
        return f"{start}policy{path}{given['PolicyName']}"
    return given.get("PolicyArn", "*")


IamResponse._determine_resource = _iam_arn

_check = access_control.IAMRequestBase.check_action_permitted
# each call that is decided about, with its resource, goes into this file
_RECORDS = os.environ.get("EMULATOR_RECORDS")


def _further_actions(self, resource):
    """What IAM asks for beside the action of the call itself."""
    if self._action == "iam:AddRoleToInstanceProfile":
        role = self.backend.get_role(self._data["RoleName"][0])
        return {"iam:PassRole": role.arn}
    if self._action == "ssm:UpdateServiceSetting":
        _, partition, _, _, account, *_ = resource.split(":")
        role = json.loads(self._body)["SettingValue"]
        return {"iam:PassRole": f"arn:{partition}:iam::{account}:role/{role}"}
    if self._action.startswith("iam:Create") and "Tags.member.1.Key" in self._data:
        return {self._action.replace("Create", "Tag"): resource}
    return {}


def _check_all(self, resource):
    own = self._action
    for action, on in [(own, resource), *_further_actions(self, resource).items()]:
        self._action = action
        if _RECORDS is not None:
            with open(_RECORDS, "a") as records:
                records.write(f"{action} {on}\n")
        _check(self, on)
    self._action = own


access_control.IAMRequestBase.check_action_permitted = _check_all

_settings = {}


def _service_setting(self):
    """Kept as long as moto runs."""
    name = self._get_param("SettingId")
    if self._get_action() == "UpdateServiceSetting":
        _settings[name] = self._get_param("SettingValue")
        return "{}"
    if self._get_action() == "ResetServiceSetting":
        _settings.pop(name, None)
    setting = {
        "ARN": name,
        "SettingId": name,
        "SettingValue": _settings.get(name, "$None"),
        "Status": "Customized" if name in _settings else "Default",
    }
    return json.dumps({"ServiceSetting": setting})


for _name in ["get_service_setting", "reset_service_setting", "update_service_setting"]:
    setattr(SsmResponse, _name, _service_setting)
