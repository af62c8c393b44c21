const FORM = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const RESERVED_STARTS = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const RESERVED_ENDS = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];

/**
 * What of the rules for names of S3 buckets a name breaks, or undefined where
 * it breaks none.
 *
 * Source: Amazon S3 User Guide, "General purpose bucket naming rules". Qualys
 * documents no rule (its table even calls the name an integer), and buckets
 * from before 2018 may break these: nothing is refused because of them.
 *
 * @param name - the name of a bucket
 *
 * @public
 */
export function bucketNameProblem(name: string): string | undefined {
  if (!FORM.test(name)) {
    return 'must have 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends';
  }
  if (name.includes('..')) {
    return 'must not have two dots side by side';
  }
  if (IP_ADDRESS.test(name)) {
    return 'must not look like an IP address';
  }
  const start = RESERVED_STARTS.find(reserved => name.startsWith(reserved));
  if (start) {
    return `must not begin with ${start}, which AWS keeps for itself`;
  }
  const end = RESERVED_ENDS.find(reserved => name.endsWith(reserved));
  return end && `must not end with ${end}, which AWS keeps for itself`;
}
