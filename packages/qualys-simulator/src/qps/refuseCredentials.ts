import type { Request, Response } from 'express';
import { sendAnswer } from './answer';

/** Refuses a caller whose user name or password is wrong, as the `qps` APIs do. */
export function refuseCredentials(req: Request, res: Response): void {
  res.status(401);
  const problem = {
    message: 'User could not be authenticated',
    resolution: 'Check the user name and the password',
  };
  const answer = { responseCode: 'INVALID_CREDENTIALS', problem };
  sendAnswer(req, res, answer, '3.0/portal/version');
}
