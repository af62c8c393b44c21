/** A user name and a password. @public */
export interface Credentials {
  username: string;
  password: string;
}
