import { z } from 'zod';

// Qualys documents no largest page of connectors; 300 is the largest that its
// own scripts ask for.
const LARGEST_PAGE = 300;

const wholeNumber = (name: string, least: number) => {
  const message = `${name} must be a whole number of ${least} or more`;
  return z
    .string(`Required parameter ${name} is not present`)
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine(value => value >= least, message);
};

/**
 * The part of a list that is asked for: `pageNo` from 0 and `pageSize`, both
 * required. Other parameters, such as `pageNumber`, are not looked at here.
 *
 * Source: CloudView API v1, `GET /rest/v1/aws/connectors`.
 */
export const pageRequestSchema = z.object({
  pageNo: wholeNumber('pageNo', 0),
  pageSize: wholeNumber('pageSize', 1).transform(size =>
    Math.min(size, LARGEST_PAGE),
  ),
});

/** The part of a list that is asked for. */
export type PageRequest = z.infer<typeof pageRequestSchema>;

/**
 * A page as Spring writes it.
 *
 * Source: CloudView API v1, `PageImpl«AwsConnectorResponse»`.
 *
 * @param request - the part that was asked for
 * @param items - what stands in that part
 * @param total - how long the whole list is
 * @param isSorted - whether a sort was applied
 */
export function springPage<T>(
  request: PageRequest,
  items: T[],
  total: number,
  isSorted: boolean,
) {
  const { pageNo, pageSize } = request;
  const sort = { sorted: isSorted, unsorted: !isSorted, empty: !isSorted };
  const totalPages = Math.ceil(total / pageSize);
  return {
    content: items,
    pageable: {
      sort,
      pageNumber: pageNo,
      pageSize,
      offset: pageNo * pageSize,
      paged: true,
      unpaged: false,
    },
    totalPages,
    totalElements: total,
    last: pageNo + 1 >= totalPages,
    first: pageNo === 0,
    sort,
    numberOfElements: items.length,
    size: pageSize,
    number: pageNo,
    empty: items.length === 0,
  };
}
