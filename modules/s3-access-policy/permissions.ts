import { permissionsModel } from '../iam/permissions/attached';
import { s3Permissions, s3Tables } from '../iam/permissions/s3';

/** All that the policies can grant; nobody has them until they are attached. */
export const permissions = permissionsModel(s3Permissions([]), s3Tables);
