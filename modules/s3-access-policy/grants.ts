import { s3Grants } from '../iam/s3-grants';

/** All that the policies can grant; nobody has them until they are attached. */
export const grants = s3Grants([]);
