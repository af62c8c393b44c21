/** A file in a form. */
export interface FormFile {
  filename: string;
  /** Its media type. */
  type: string;
  text: string;
}

/** What a call carries, in one of the forms that Qualys takes. */
export type CallBody =
  | { json: unknown }
  | { xml: string }
  | { form: Record<string, string> }
  | { multipart: Record<string, string | FormFile> };

/** A body as it goes on the wire. */
export interface WireBody {
  contentType: string;
  bytes: Buffer;
}

/** Writes a body down. */
export async function wireBody(body: CallBody): Promise<WireBody> {
  if ('json' in body) {
    return {
      contentType: 'application/json',
      bytes: Buffer.from(JSON.stringify(body.json)),
    };
  }
  if ('xml' in body) {
    return { contentType: 'text/xml', bytes: Buffer.from(body.xml) };
  }
  if ('form' in body) {
    return {
      contentType: 'application/x-www-form-urlencoded',
      bytes: Buffer.from(new URLSearchParams(body.form).toString()),
    };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(body.multipart)) {
    if (typeof value === 'string') {
      form.append(name, value);
    } else {
      const file = new Blob([value.text], { type: value.type });
      form.append(name, file, value.filename);
    }
  }
  // The platform's own encoder chooses the boundary.
  const encoded = new Response(form);
  return {
    contentType: encoded.headers.get('content-type')!,
    bytes: Buffer.from(await encoded.arrayBuffer()),
  };
}
