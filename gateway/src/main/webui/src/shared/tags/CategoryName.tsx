import { useText } from '@/shared/i18n';
import { categoryClass, categoryIcons, categoryOf } from './categories';

export function CategoryName({ category }: { category: string }) {
  const t = useText();
  const known = categoryOf(category);
  const Icon = categoryIcons[known];
  return (
    <span className={`category ${categoryClass(category)}`}>
      <Icon size={13} aria-hidden />
      {known === 'unknown' ? category : t.categories[known]}
    </span>
  );
}
