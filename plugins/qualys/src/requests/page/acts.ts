/** What is done with a request in a dialog that takes a reason. */
export type RequestAct = 'approve' | 'reject' | 'withdraw' | 'cancel' | 'retry';

/** The dialogs of the page of a request: those, and approving with changes. */
export type RequestDialog = RequestAct | 'change';
