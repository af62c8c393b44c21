import type { ContractCase } from '../../contractCase';
import { dataOf, found, qpsBare, qpsPost, type QpsCase } from '../../dialects';
import { wasDocumentation } from '../../documents';
import { inWas } from './inWas';
import { holdingScan } from './simulated';

const cases: QpsCase[] = [
  {
    id: 'was-scan-launch',
    kind: 'call',
    title: 'a scan is launched',
    sources: [wasDocumentation('Launch a New Scan (Single Web Application)')],
    call: client =>
      client.scans.launch({
        name: 'New scan launched from API',
        type: 'VULNERABILITY',
        webApp: { id: '1234' },
        profile: { id: '2' },
        authRecord: 'default',
        scannerAppliance: { type: 'EXTERNAL' },
        cancelAfterNHours: 1,
      }),
    exchanges: [
      {
        request: qpsPost(
          '3.0/launch/was/wasscan',
          dataOf({
            WasScan: {
              name: 'New scan launched from API',
              type: 'VULNERABILITY',
              target: {
                webApp: { id: 1234 },
                webAppAuthRecord: { isDefault: true },
                scannerAppliance: { type: 'EXTERNAL' },
              },
              profile: { id: 2 },
              cancelAfterNHours: 1,
            },
          }),
        ),
        answer: found([{ WasScan: { id: 1902351 } }]),
      },
    ],
    outcome: { value: { id: '1902351' } },
    simulator: holdingScan('FINISHED'),
  },
  {
    id: 'was-scan-cancel',
    kind: 'call',
    title: 'a scan is canceled, by an empty POST',
    sources: [wasDocumentation('Cancel a Scan')],
    call: client => client.scans.cancel('1902350'),
    exchanges: [
      {
        request: qpsBare('POST', '3.0/cancel/was/wasscan/1902350'),
        answer: found([{ WasScan: { id: 1902350 } }]),
      },
    ],
    outcome: { value: undefined },
    simulator: holdingScan('RUNNING'),
  },
  {
    id: 'was-scan-cancel-with-results',
    kind: 'call',
    title: 'a scan is canceled and what it found is kept',
    sources: [wasDocumentation('Cancel a Scan, cancelWithResults')],
    call: client => client.scans.cancel('1902350', { withResults: true }),
    exchanges: [
      {
        request: qpsPost(
          '3.0/cancel/was/wasscan/1902350',
          dataOf({ WasScan: { cancelWithResults: true } }),
        ),
        answer: found([{ WasScan: { id: 1902350 } }]),
      },
    ],
    outcome: { value: undefined },
    simulator: holdingScan('RUNNING'),
  },
];

/** Launching and canceling scans. */
export const scanActionCases: ContractCase[] = inWas(cases);
