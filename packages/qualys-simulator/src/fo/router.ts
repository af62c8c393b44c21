import { Router, type RequestHandler } from 'express';
import type { Clock } from '../core/clock';
import { methodNotAllowed } from '../http/answers';
import { requireBasicAuth } from '../http/basicAuth';
import { requireReadable, UNREADABLE } from '../http/readBody';
import type { Users } from '../http/users';
import type { OptionProfile, OptionProfiles } from './optionProfiles';
import { answerSimpleReturn } from './simpleReturn';
import { foDocument } from './xml';

const DTD = '/api/2.0/fo/subscription/option_profile/option_profile_info.dtd';

// Sections about ports and detection follow in what Qualys answers; nobody
// reads them here.
function basicInfo(profile: OptionProfile, subscriptionId: string) {
  return {
    BASIC_INFO: {
      ID: profile.id,
      GROUP_NAME: { '#cdata': profile.name },
      GROUP_TYPE: profile.groupType,
      USER_ID: { '#cdata': profile.user },
      UNIT_ID: 0,
      SUBSCRIPTION_ID: subscriptionId,
      IS_DEFAULT: Number(profile.isDefault),
      IS_GLOBAL: Number(profile.isGlobal),
      IS_OFFLINE_SYNCABLE: 0,
      UPDATE_DATE: profile.updatedAt ?? 'N/A',
    },
  };
}

/** Lets only those calls pass that carry the header `X-Requested-With`. */
function requireRequestedWith(clock: Clock): RequestHandler {
  return (req, res, next) => {
    if (req.headers['x-requested-with']) {
      next();
      return;
    }
    const text = 'Missing required header: X-Requested-With';
    answerSimpleReturn(res, { status: 400, text }, clock.now());
  };
}

/**
 * Lets only those calls pass that are signed in for, carry the header
 * `X-Requested-With` and have a body that can be read.
 */
export function foGuards(users: Users, clock: Clock): RequestHandler[] {
  return [
    requireBasicAuth(users, (_req, res) => {
      const text = 'Bad Login/Password';
      answerSimpleReturn(res, { status: 401, code: 2000, text }, clock.now());
    }),
    requireRequestedWith(clock),
    requireReadable((res, status) =>
      answerSimpleReturn(res, { status, text: UNREADABLE }, clock.now()),
    ),
  ];
}

/**
 * What is answered under `/api/2.0/fo`: the list of option profiles, by GET or
 * by POST.
 *
 * Source: Qualys VM/PC API, VM Option Profile List.
 *
 * @param subscriptionId - the number of the Qualys subscription at the moment
 */
export function foRouter(
  profiles: OptionProfiles,
  subscriptionId: () => string,
  clock: Clock,
): Router {
  const router = Router({ caseSensitive: true });
  const path = '/subscription/option_profile/vm';

  const list: RequestHandler = (req, res) => {
    const action = req.query.action ?? req.body?.action;
    if (action !== 'list') {
      const problem =
        action === undefined
          ? { code: 1903, text: 'Missing required parameter(s): action' }
          : { code: 1905, text: 'parameter action has invalid value' };
      answerSimpleReturn(res, { status: 400, ...problem }, clock.now());
      return;
    }
    const content = {
      OPTION_PROFILE: profiles
        .list()
        .map(profile => basicInfo(profile, subscriptionId())),
    };
    res.type('text/xml').send(foDocument('OPTION_PROFILES', DTD, content));
  };
  router.get(path, list);
  router.post(path, list);
  router.all(path, methodNotAllowed(['GET', 'POST'], clock));

  return router;
}
