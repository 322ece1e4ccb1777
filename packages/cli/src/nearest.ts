export { nearest } from '@shipworthy/policy/nearest';
