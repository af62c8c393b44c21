import {
  isRequestOver,
  type ConnectorRequestDetails,
  type RequestEvent,
  type RequestState,
} from 'backstage-plugin-qualys-common';

/** The way of a request that comes to a good end. */
const WAY: readonly RequestState[] = [
  'draft',
  'submitted',
  'approved',
  'awaitingAccess',
  'provisioning',
  'verifying',
  'active',
];

/** How far a step of a request has come. */
export type StepStatus = 'done' | 'now' | 'ahead' | 'stopped';

/** A step of a request. */
export interface CourseStep {
  state: RequestState;
  status: StepStatus;
  /** What led into it; missing of what is to come, and of the beginning. */
  event?: RequestEvent;
}

function isAccessGiven({ access }: ConnectorRequestDetails): boolean {
  return access.arn !== undefined || access.keyHeld;
}

/** Whether a request will wait, or has waited, for its role or its key. */
function waitsForAccess(
  request: ConnectorRequestDetails,
  hasBeen: boolean,
): boolean {
  if (hasBeen || request.state === 'awaitingAccess') return true;
  const isStillAhead = ['draft', 'submitted', 'approved'].includes(
    request.state,
  );
  return isStillAhead && !isAccessGiven(request);
}

/**
 * The course of a request: what was done, where it stands and what is to come.
 * Where it left its way (it failed, or has ended), that stands in its place.
 */
export function courseOf(request: ConnectorRequestDetails): CourseStep[] {
  const { events, state } = request;
  const entered = (into: RequestState) =>
    events.findLast(({ from, to }) => to === into && from !== into);
  const isOnItsWay = WAY.includes(state);
  // Where it was when it left its way.
  const last = isOnItsWay
    ? state
    : events.findLast(({ from }) => WAY.includes(from))?.from ?? 'draft';
  const reached = WAY.indexOf(last);
  const way = WAY.filter(
    each =>
      each !== 'awaitingAccess' ||
      waitsForAccess(request, entered('awaitingAccess') !== undefined),
  );
  const step = (each: RequestState, status: StepStatus): CourseStep => ({
    state: each,
    status,
    event: status === 'ahead' ? undefined : entered(each),
  });

  const before = way
    .filter(each => WAY.indexOf(each) < reached)
    .map(each => step(each, 'done'));
  const after = way
    .filter(each => WAY.indexOf(each) > reached)
    .map(each => step(each, 'ahead'));
  if (isOnItsWay) {
    const status = state === 'active' ? 'done' : 'now';
    return [...before, step(state, status), ...after];
  }
  if (!isRequestOver(state)) {
    // What has failed can be mended, and go on from there.
    return [...before, step(last, 'done'), step(state, 'now'), ...after];
  }
  const hasFailed = entered(state)?.from === 'failed';
  return [
    ...before,
    step(last, 'done'),
    ...(hasFailed ? [step('failed', 'stopped')] : []),
    step(state, 'stopped'),
  ];
}
