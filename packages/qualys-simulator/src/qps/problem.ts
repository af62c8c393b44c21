/** A request that is refused in an answer with status 200. */
export class QpsProblem extends Error {
  /**
   * @param responseCode - such as `INVALID_REQUEST`
   * @param message - what is wrong
   * @param resolution - what would be right
   */
  constructor(
    readonly responseCode: string,
    message: string,
    readonly resolution?: string,
  ) {
    super(message);
  }
}

/** The request makes no sense. */
export function invalid(message: string, resolution?: string): QpsProblem {
  return new QpsProblem('INVALID_REQUEST', message, resolution);
}

/** There is no such object, or it is out of the caller's scope. */
export function objectNotFound(element: string, id: number): QpsProblem {
  return new QpsProblem(
    'OBJECT_NOT_FOUND',
    `Your request could not be completed because the object with id ${id} (${element}) was not found`,
    'Check that the id is right and that the object is within your scope',
  );
}
