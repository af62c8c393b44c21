import { parseXmlContent } from '../runners/bodies';
import { xmlOf } from './xmlOf';

describe('an object of the qps APIs in XML', () => {
  it('gathers what stands in data and list, and repeats the rest', () => {
    const json = {
      ServiceResponse: {
        count: 2,
        data: [
          { WebApp: { id: 1, tags: { list: [{ Tag: { id: 7 } }] } } },
          { WebApp: { id: 2, days: { set: { Day: ['SUN', 'MON'] } } } },
        ],
      },
    };
    expect(xmlOf(json)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<ServiceResponse><count>2</count><data>' +
        '<WebApp><id>1</id><tags><list><Tag><id>7</id></Tag></list></tags></WebApp>' +
        '<WebApp><id>2</id><days><set><Day>SUN</Day><Day>MON</Day></set></days></WebApp>' +
        '</data></ServiceResponse>',
    );
  });

  it('writes conditions with attributes, and escapes', () => {
    const Criteria = [
      { field: 'name', operator: 'EQUALS', value: 'a < b & c' },
    ];
    expect(
      parseXmlContent(xmlOf({ ServiceRequest: { filters: { Criteria } } })),
    ).toEqual({
      ServiceRequest: [
        {
          filters: [
            {
              Criteria: [
                {
                  '@_field': 'name',
                  '@_operator': 'EQUALS',
                  '#text': 'a < b & c',
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('refuses what has no name', () => {
    expect(() => xmlOf({ data: ['VM'] })).toThrow('VM has no name in XML');
  });
});
