export { dnsOverrideResource, type DnsOverrides } from './dnsOverrides';
