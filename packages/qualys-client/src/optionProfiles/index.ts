export { optionProfileResource, type OptionProfiles } from './optionProfiles';
