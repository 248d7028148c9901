import type { Catalogue } from '../en';
import { data } from './data';
import { dictionary } from './dictionary';
import { items } from './items';
import { operations } from './operations';
import { shell } from './shell';

export const ja: Catalogue = { ...shell, ...data, ...dictionary, ...items, ...operations };
