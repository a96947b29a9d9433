import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  ownSessions: {
    page: 'Own sessions are `session/${aws:userid}-*`, in any account.',
    module:
      'Own sessions are those with the tag `aws:ssmmessages:session-id` of the person, in the account. With `own_sessions = "iam-user"` they are `session/${aws:username}-*`.',
    why: 'The ID of a session begins with the name of the user or of the role session, and `aws:userid` is an ID like AIDA... or AROA...:name. Read literally, the pattern of the page matches no session. Another page of AWS uses the tag, and the user name for IAM users. AWS documents this; it was not tested with a live session.',
    see: awsPage.sessionUserExamples,
  },
  dataChannel: {
    page: 'ssmmessages:OpenDataChannel is allowed on `session/${aws:userid}-*`.',
    module:
      'On all sessions of the account. With `own_sessions = "iam-user"` it is allowed on `session/${aws:username}-*`.',
    why: 'IAM defines no resource type and no condition key for ssmmessages:OpenDataChannel, so there is no tag to limit it to own sessions. The policies that AWS manages allow it on every session too. Which ARN IAM compares is not verified.',
    see: awsPage.messageActions,
  },
  hybridNodes: {
    page: 'The samples name EC2 instances only.',
    module: 'Hybrid-activated nodes too, by their IDs (`mi-`) and by their tags.',
    why: 'Session Manager starts sessions on hybrid-activated nodes as well. Their ARNs are those of managed instances.',
    see: awsPage.systemsManagerActions,
  },
  anyRegion: {
    page: 'ARNs name one region.',
    module:
      'IDs of nodes and names of documents are allowed in every region. `regions` limits nodes by tag, sessions and preferences.',
    why: 'An ID is in one region only, and a session uses the document of the region of its node.',
    see: awsPage.sessionUsers,
  },
  connectionStatus: {
    page: 'ssm:GetConnectionStatus is allowed on everything.',
    module: 'On the nodes on which sessions may be started.',
    why: 'IAM can limit ssm:GetConnectionStatus to nodes.',
    see: awsPage.systemsManagerActions,
  },
  consoles: {
    page: 'Each console has its own sample policy, and choosing a document has another.',
    module:
      'With `console` people read what all three consoles show, and the documents that they may use. `console = false` leaves it out.',
    why: 'The samples overlap. The one on documents names documents for ssm:ListDocuments, which can only be allowed on everything.',
    see: awsPage.sessionUserExamples,
  },
  noSendCommand: {
    page: 'Samples for the EC2 console and the AWS CLI have ssm:SendCommand.',
    module: 'It is not granted.',
    why: 'The samples allow ssm:SendCommand on a session document or on no document. Neither is enough to send a command. A command would also run as root.',
    see: awsPage.sessionUsers,
  },
  documentCheck: {
    page: 'Today no sample has the condition `ssm:SessionDocumentAccessCheck`.',
    module: 'It is there if the default shell is not among `documents`.',
    why: 'Earlier editions of the AWS guide say that without the condition, a session that names no document opens the default shell even if the policy allows another document only. Whether AWS always checks today is not verified.',
    see: awsPage.sessionDocuments,
  },
  documentsOfAws: {
    page: 'A document of AWS is allowed in any account.',
    module: 'Only the document of AWS, and one of the account with the same name.',
    why: 'ARNs of documents of AWS have no account. Another account could share a document of that name.',
    see: awsPage.systemsManagerActions,
  },
  endOthers: {
    page: 'Administrators end the sessions that match `session/${aws:userid}-*`.',
    module: 'Administrators end every session of the account, and resume their own.',
    why: 'An administrator must be able to end a session that somebody else started.',
    see: awsPage.sessionUserExamples,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = Object.values(differsFromPage);
