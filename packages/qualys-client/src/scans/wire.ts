import type { Scan, ScanStatus } from 'qualys-model';
import { z } from 'zod';
import {
  essentialText,
  optionalDate,
  optionalInteger,
  optionalObject,
  optionalReference,
  optionalText,
  type QpsObject,
} from '../qps';
import { advice } from '../webApps/advice';

const status = {
  id: essentialText,
  status: optionalText,
  // They stand in the summary; searches name them as if they stood outside.
  summary: optionalObject(
    z.object({ resultsStatus: optionalText, authStatus: optionalText }),
  ),
  resultsStatus: optionalText,
  authStatus: optionalText,
  consolidatedStatus: optionalText,
};

const statusSchema = z.object(status);

const scanSchema = z.object({
  ...status,
  name: optionalText,
  reference: optionalText,
  type: optionalText,
  mode: optionalText,
  target: optionalObject(
    z.object({
      webApp: optionalObject(
        z.object({
          id: optionalText,
          name: optionalText,
          url: optionalText,
        }),
      ),
      webAppAuthRecord: optionalReference,
    }),
  ),
  profile: optionalReference,
  dnsOverride: optionalReference,
  cancelAfterNHours: optionalInteger,
  cancelTime: optionalText,
  launchedDate: optionalDate,
  launchedBy: optionalObject(z.object({ username: optionalText })),
  endScanDate: optionalDate,
});

function statusOf(wire: z.output<typeof statusSchema>): ScanStatus {
  const { summary, ...rest } = wire;
  return {
    id: rest.id,
    status: rest.status,
    resultsStatus: summary?.resultsStatus ?? rest.resultsStatus,
    authStatus: summary?.authStatus ?? rest.authStatus,
    consolidatedStatus: rest.consolidatedStatus,
  };
}

function scanOf(wire: z.output<typeof scanSchema>): Scan {
  const { target, launchedBy, summary, ...rest } = wire;
  const webApp = target?.webApp;
  return {
    ...rest,
    ...statusOf(wire),
    webApp: webApp?.id === undefined ? undefined : { ...webApp, id: webApp.id },
    authRecord: target?.webAppAuthRecord,
    launchedBy: launchedBy?.username,
  };
}

/** `WasScan` of the WAS API 3.0. */
export const scanObject: QpsObject<typeof scanSchema, Scan> = {
  name: 'WasScan',
  schema: scanSchema,
  transform: scanOf,
  advice,
};

/** What of `WasScan` tells how far it is. */
export const scanStatusObject: QpsObject<typeof statusSchema, ScanStatus> = {
  name: 'WasScan',
  schema: statusSchema,
  transform: statusOf,
  advice,
};
