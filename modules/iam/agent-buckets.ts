import type { DataFile } from '../../generator/data-files';
import { awsPage } from './aws-pages';

/**
 * The S3 buckets of AWS that SSM Agent reads.
 *
 * Sources, as they stood on 2026-07-30: the current families and their reasons
 * come from the agent's technical details, the suffixes from the regional table
 * of Patch Manager's buckets.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html#ssm-agent-minimum-s3-permissions
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-operations-s3-buckets.html
 */
export const AGENT_BUCKETS_AS_OF = '2026-07-30';

/** The families AWS lists today, with `REGION` and `SUFFIX` where AWS puts a region and its suffix. */
const CURRENT = [
  'amazon-ssm-REGION',
  'aws-patch-manager-REGION-SUFFIX',
  'aws-patchmanager-macos-REGION-SUFFIX',
  'aws-ssm-REGION',
  'aws-windows-downloads-REGION',
  'patch-baseline-snapshot-REGION',
  'REGION-birdwatcher-prod',
] as const;

/** The eight families that the instance profile page printed for years, and older agents still ask for. */
const CLASSIC = [
  'amazon-ssm-REGION',
  'amazon-ssm-packages-REGION',
  'aws-ssm-REGION',
  'aws-ssm-distributor-file-REGION',
  'aws-ssm-document-attachments-REGION',
  'aws-windows-downloads-REGION',
  'patch-baseline-snapshot-REGION',
  'REGION-birdwatcher-prod',
] as const;

export const AGENT_BUCKET_FAMILIES = {
  all: [...new Set<string>([...CURRENT, ...CLASSIC])],
  classic: CLASSIC,
  current: CURRENT,
} as const;

/** The suffix of Patch Manager's buckets in each commercial region. AWS publishes none for GovCloud and China, where these families are left out. */
export const PATCH_MANAGER_SUFFIXES = {
  'af-south-1': 'bdd5f65a9',
  'ap-east-1': '632356271',
  'ap-east-2': '5a64b2916',
  'ap-northeast-1': '4849fa78f',
  'ap-northeast-2': '10467995c',
  'ap-northeast-3': '67373598a',
  'ap-south-1': 'cb7c62ff9',
  'ap-south-2': '32f4b4128',
  'ap-southeast-1': '7fdfd9ef7',
  'ap-southeast-2': '17283a275',
  'ap-southeast-3': 'aa48fc462',
  'ap-southeast-4': '01e2c40d3',
  'ap-southeast-5': 'dcb42f3e3',
  'ap-southeast-6': 'df0d3a7f2',
  'ap-southeast-7': 'c707c017a',
  'ca-central-1': '3148e69e3',
  'ca-west-1': '9e3a4b2f9',
  'eu-central-1': '9163fdaaf',
  'eu-central-2': '184ce43c8',
  'eu-north-1': '795879e9b',
  'eu-south-1': 'c52f3f594',
  'eu-south-2': 'a4cf248b1',
  'eu-west-1': '5522fb710',
  'eu-west-2': '902a2bc74',
  'eu-west-3': '29bf85721',
  'il-central-1': 'e221cb57b',
  'me-central-1': '2932f2f80',
  'me-south-1': 'a53fc9dce',
  'mx-central-1': '396b275ad',
  'sa-east-1': 'ddf4b6a09',
  'us-east-1': '1970c647d',
  'us-east-2': '552881074',
  'us-west-1': '8badb4304',
  'us-west-2': '34d7f99f8',
} as const;

/** Patch baseline snapshots that lie under another name than their family's; the plain name is not AWS's there. */
export const RENAMED_BUCKETS = {
  'patch-baseline-snapshot-af-south-1': 'patch-baseline-snapshot-af-south-1-tbxdb5b9',
  'patch-baseline-snapshot-ap-east-2': 'patch-baseline-snapshot-ap-east-2-8947749e',
  'patch-baseline-snapshot-ap-south-2': 'patch-baseline-snapshot-ap-south-2-50209442',
  'patch-baseline-snapshot-ap-southeast-3': 'patch-baseline-snapshot-ap-southeast-3-be0a3174',
  'patch-baseline-snapshot-ap-southeast-4': 'patch-baseline-snapshot-ap-southeast-4-dc6f76ce',
  'patch-baseline-snapshot-ap-southeast-6': 'patch-baseline-snapshot-ap-southeast-6-62f446f2',
  'patch-baseline-snapshot-ap-southeast-7': 'patch-baseline-snapshot-ap-southeast-7-1699f14f',
  'patch-baseline-snapshot-eu-south-2': 'patch-baseline-snapshot-eu-south-2-df2c9d70',
  'patch-baseline-snapshot-me-south-1': 'patch-baseline-snapshot-me-south-1-uduvl7q8',
  'patch-baseline-snapshot-mx-central-1': 'patch-baseline-snapshot-mx-central-1-ed0da79c',
} as const;

/** The regions of each partition. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  aws: Object.keys(PATCH_MANAGER_SUFFIXES),
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
};

/** One of the lists: which buckets a region stands for. */
export type AgentBucketList = keyof typeof AGENT_BUCKET_FAMILIES;

/** Names of the buckets, by partition, list and region. */
export type AgentBuckets = Readonly<
  Record<string, Readonly<Record<AgentBucketList, Readonly<Record<string, readonly string[]>>>>>
>;

export const AGENT_BUCKETS: AgentBuckets = mapValues(REGIONS, (regions) =>
  mapValues(AGENT_BUCKET_FAMILIES, (families) =>
    Object.fromEntries(regions.map((region) => [region, bucketsOf(families, region)])),
  ),
);

/** The same, as it is shipped beside the modules. */
export const agentBucketFile: DataFile = {
  name: 'agent-buckets.json',
  content: {
    as_of: AGENT_BUCKETS_AS_OF,
    buckets: AGENT_BUCKETS,
    sources: [awsPage.agentBuckets, awsPage.patchBuckets],
  },
};

/** A region without a published suffix has no bucket of the families that need one. */
function bucketsOf(families: readonly string[], region: string): string[] {
  const suffix = PATCH_MANAGER_SUFFIXES[region as keyof typeof PATCH_MANAGER_SUFFIXES] as
    string | undefined;
  const renamed: Readonly<Record<string, string>> = RENAMED_BUCKETS;
  return families
    .filter((family) => suffix !== undefined || !family.endsWith('SUFFIX'))
    .map((family) => family.replace('REGION', region).replace('SUFFIX', suffix ?? ''))
    .map((name) => renamed[name] ?? name);
}

function mapValues<K extends string, T, R>(
  record: Readonly<Record<K, T>>,
  change: (value: T) => R,
): Record<K, R> {
  const entries = Object.entries<T>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Record<K, R>;
}
