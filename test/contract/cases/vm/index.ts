import type { ContractCase } from '../../contractCase';
import { assetManagementDocument, vmDocumentation } from '../../documents';

const list = {
  host: 'api' as const,
  method: 'GET' as const,
  path: '/api/2.0/fo/subscription/option_profile/vm/',
  query: { action: 'list' },
  accept: 'application/xml',
};

const profile = (
  id: string,
  title: string,
  isDefault: 0 | 1,
  updated: string,
) => `<OPTION_PROFILE>
    <BASIC_INFO>
      <ID>${id}</ID>
      <GROUP_NAME><![CDATA[${title}]]></GROUP_NAME>
      <GROUP_TYPE>user</GROUP_TYPE>
      <USER_ID><![CDATA[John Smith (jsmith_ap)]]></USER_ID>
      <UNIT_ID>0</UNIT_ID>
      <SUBSCRIPTION_ID>10421401</SUBSCRIPTION_ID>
      <IS_DEFAULT>${isDefault}</IS_DEFAULT>
      <IS_GLOBAL>1</IS_GLOBAL>
      <IS_OFFLINE_SYNCABLE>0</IS_OFFLINE_SYNCABLE>
      <UPDATE_DATE>${updated}</UPDATE_DATE>
    </BASIC_INFO>
  </OPTION_PROFILE>`;

const profiles = (content: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE OPTION_PROFILES SYSTEM "https://qualysapi.qualys.com/api/2.0/fo/subscription/option_profile/option_profile_info.dtd">
<OPTION_PROFILES>
  ${content}
</OPTION_PROFILES>`;

const simpleReturn = (code: number, text: string, items = '') =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE SIMPLE_RETURN SYSTEM "https://qualysapi.qualys.com/api/2.0/simple_return.dtd">
<SIMPLE_RETURN>
  <RESPONSE>
    <DATETIME>2021-01-13T05:17:58Z</DATETIME>
    <CODE>${code}</CODE>
    <TEXT>${text}</TEXT>${items}
  </RESPONSE>
</SIMPLE_RETURN>`;

const item = (key: string, value: string) => `
    <ITEM_LIST><ITEM><KEY>${key}</KEY><VALUE>${value}</VALUE></ITEM></ITEM_LIST>`;

const limits = vmDocumentation('API limits, CODE 1960 and 1965');
const PUT_BY_FAULTS = {
  never: 'It is a matter of limits and faults, which have tests of their own.',
};

/** The older API of Vulnerability Management: option profiles, and its failures. */
export const vmCases: ContractCase[] = [
  {
    id: 'vm-option-profiles',
    kind: 'call',
    calls: [25],
    oddities: [64],
    title: 'the option profiles that perimeter scans name by their ids',
    sources: [
      assetManagementDocument('optionProfileId', '72-73'),
      vmDocumentation('Sample - List VM Option Profile'),
    ],
    call: client => client.optionProfiles.list(),
    exchanges: [
      {
        request: list,
        answer: {
          status: 200,
          xml: profiles(
            [
              profile('2', 'Initial Options', 1, 'N/A'),
              profile('51451401', 'user op - 1', 0, '2018-04-10T13:39:41Z'),
            ].join('\n'),
          ),
        },
      },
    ],
    outcome: {
      value: [
        {
          id: '2',
          title: 'Initial Options',
          type: 'user',
          owner: 'John Smith (jsmith_ap)',
          isDefault: true,
          isGlobal: true,
        },
        {
          id: '51451401',
          title: 'user op - 1',
          type: 'user',
          owner: 'John Smith (jsmith_ap)',
          isDefault: false,
          isGlobal: true,
          updatedOn: '2018-04-10T13:39:41.000Z',
        },
      ],
    },
    simulator: {
      holds(control) {
        control.addOptionProfile({ id: '51451401', name: 'user op - 1' });
        control.addOptionProfile({ id: '2', name: 'Initial Options' });
      },
    },
  },
  {
    id: 'vm-error-in-200',
    kind: 'call',
    title: 'a success that holds a code is a failure',
    sources: [vmDocumentation('simple_return.dtd')],
    call: client => client.optionProfiles.list(),
    exchanges: [
      {
        request: list,
        answer: { status: 200, xml: simpleReturn(2001, 'Bad request') },
      },
    ],
    outcome: { error: { kind: 'invalid', status: 200, code: '2001' } },
    simulator: { never: 'The simulator says with the status that it refuses.' },
  },
  {
    id: 'vm-limited-rate',
    kind: 'call',
    title: 'HTTP 409 with code 1965: too many calls, and when to come back',
    sources: [limits],
    call: client => client.optionProfiles.list(),
    exchanges: [
      {
        request: list,
        answer: {
          status: 409,
          xml: simpleReturn(
            1965,
            'This API cannot be run again for another 23 hours, 57 minutes and 54 seconds.',
            item('SECONDS_TO_WAIT', '86274'),
          ),
        },
      },
    ],
    outcome: {
      error: {
        kind: 'limited',
        status: 409,
        code: '1965',
        retryAfter: 86274,
      },
    },
    simulator: PUT_BY_FAULTS,
  },
  {
    id: 'vm-limited-concurrency',
    kind: 'call',
    title: 'HTTP 409 with code 1960: too many calls at once',
    sources: [limits],
    call: client => client.optionProfiles.list(),
    exchanges: [
      {
        request: list,
        answer: {
          status: 409,
          xml: simpleReturn(
            1960,
            'This API cannot be run again until 1 currently running instance has finished.',
            item('CALLS_TO_FINISH', '1'),
          ),
        },
      },
    ],
    outcome: { error: { kind: 'limited', status: 409, code: '1960' } },
    simulator: PUT_BY_FAULTS,
  },
  {
    id: 'vm-registration',
    kind: 'call',
    title: 'HTTP 409 with code 2003 is no limit: it stays so',
    sources: [vmDocumentation('CODE 2003, registration')],
    call: client => client.optionProfiles.list(),
    exchanges: [
      {
        request: list,
        answer: {
          status: 409,
          xml: simpleReturn(2003, 'Registration must be completed.'),
        },
      },
    ],
    outcome: { error: { kind: 'permission', status: 409, code: '2003' } },
    simulator: PUT_BY_FAULTS,
  },
];
