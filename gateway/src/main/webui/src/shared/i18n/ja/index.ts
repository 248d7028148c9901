import type { Catalogue } from '../index';
import { data } from './data';
import { items } from './items';
import { shell } from './shell';

export const ja: Catalogue = { ...shell, ...data, ...items };
