import type { TargetKind } from './target';
import { artifactory } from './targets/artifactory';
import { git } from './targets/git';
import { gitlab } from './targets/gitlab';
import { hcp } from './targets/hcp';
import { oci } from './targets/oci';
import { staticTarget } from './targets/static';

/** The kinds of targets, in the order of the help. */
export const targets: readonly TargetKind[] = [git, staticTarget, hcp, gitlab, artifactory, oci];
