import type { BoundObjectType } from 'backstage-plugin-qualys-common';
import { integrationIdSchema, isConnectorId, qpsIdSchema } from 'qualys-model';

interface IdForm {
  /** What such objects are called, with their article. */
  what: string;
  example: string;
  isId(text: string): boolean;
}

const FORMS: Record<BoundObjectType, IdForm> = {
  connector: {
    what: 'a connector',
    example: '5f0c9f04-8d2f-4c1b-9a58-6d6f2b7f3a11',
    isId: isConnectorId,
  },
  s3Integration: {
    what: 'an S3 integration',
    example: '1001',
    isId: text => integrationIdSchema.safeParse(text).success,
  },
  webApp: {
    what: 'a web app',
    example: '14321734',
    isId: text => qpsIdSchema.safeParse(text).success,
  },
  // The annotation names integrations, and another one the accounts in them.
  securityHubAccount: {
    what: 'a Security Hub integration',
    example: '34',
    isId: text => integrationIdSchema.safeParse(text).success,
  },
};

/** Reads the id of an object as somebody has written it in an annotation. */
export function readObjectId(
  type: BoundObjectType,
  text: string,
): { objectId: string; valid: boolean } & Pick<IdForm, 'what' | 'example'> {
  const { what, example, isId } = FORMS[type];
  const objectId = text.trim().toLowerCase();
  return { objectId, valid: isId(objectId), what, example };
}
