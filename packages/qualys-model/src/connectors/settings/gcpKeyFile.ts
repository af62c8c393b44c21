import { z } from 'zod';

/**
 * What a key file of a GCP service account says of itself. The private key in
 * it is a secret.
 *
 * Source: Google Cloud, "Create and delete service account keys".
 *
 * @public
 */
export interface GcpKeyFile {
  /** The project of the service account, `project_id`. */
  projectId: string;
  /** The address of the service account, `client_email`. */
  clientEmail: string;
  /** The private key, `private_key`: a secret. */
  privateKey: string;
  /** The id of the key, `private_key_id`, where the file has one. */
  privateKeyId?: string;
}

// A key file has about 2,400 characters; more than this is another file.
const MAX_LENGTH = 64 * 1024;
const KIND = 'service_account';

const filled = (name: string) =>
  z
    .string(`must have a text ${name}, as key files of service accounts do`)
    .refine(
      value => value.trim() !== '',
      `must not have an empty ${name}, which key files of service accounts never have`,
    );

const fileSchema = z.looseObject(
  {
    type: z.literal(
      KIND,
      `must be the key file of a service account ("type": "${KIND}")`,
    ),
    project_id: filled('project_id'),
    client_email: filled('client_email'),
    private_key: filled('private_key'),
    private_key_id: z.string().optional().catch(undefined),
  },
  'must be a JSON object: the key file of a service account',
);

/** Reads a text without ever showing a piece of it. */
function read(text: string): { file: GcpKeyFile } | { problem: string } {
  if (text.length > MAX_LENGTH) {
    return {
      problem: `must have at most ${MAX_LENGTH} characters, which is more than any key file of a service account has`,
    };
  }
  let json: unknown;
  try {
    // Windows editors put a mark in front that JSON does not know.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'must be JSON: the key file of a service account' };
  }
  const { success, data, error } = fileSchema.safeParse(json);
  if (!success) {
    return { problem: error.issues[0].message };
  }
  return {
    file: {
      projectId: data.project_id,
      clientEmail: data.client_email,
      privateKey: data.private_key,
      ...(data.private_key_id && { privateKeyId: data.private_key_id }),
    },
  };
}

/**
 * Reads the key file of a GCP service account, or gives undefined where the
 * text is none.
 *
 * Source: Google Cloud, "Create and delete service account keys".
 *
 * @param text - the content of the file
 *
 * @public
 */
export function readGcpKeyFile(text: string): GcpKeyFile | undefined {
  const result = read(text);
  return 'file' in result ? result.file : undefined;
}

/**
 * The rule for the `configFile` of a GCP connector: the key file of a service
 * account, as text. Its messages say what would be right and hold nothing of
 * the file.
 *
 * Source: CloudView API v1, `configFile` ("Provide the configuration file");
 * what is in it is from Google Cloud, "Create and delete service account keys".
 *
 * @public
 */
export const gcpKeyFileSchema = z
  .string('must be the text of the key file of a service account')
  .check(({ value, issues }) => {
    const result = read(value);
    if ('problem' in result) {
      issues.push({
        code: 'custom',
        input: undefined,
        message: result.problem,
      });
    }
  });
