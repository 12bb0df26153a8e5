/** The mark: a blow parried and answered. */
export function BrandMark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg className={`shrink-0 ${className}`} viewBox="0 0 24 24" fill="none" strokeLinecap="round" aria-hidden="true">
      <rect width="24" height="24" rx="6.5" className="fill-ink" />
      <path d="M5.6 6.2 11 11.6" strokeWidth="1.7" strokeOpacity=".55" className="stroke-on-ink" />
      <path
        d="M6.4 17.8 17.9 6.3M13.6 5.9h4.7v4.7"
        strokeWidth="2.1"
        strokeLinejoin="round"
        className="stroke-on-ink"
      />
    </svg>
  );
}
