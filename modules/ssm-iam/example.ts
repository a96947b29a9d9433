/** Nodes in EC2 in one region, and the role that runs automations on them. */
export const example = {
  regions: ['us-east-2'],
  instanceProfile: {},
  automationServiceRole: {},
};
