/** What the U.S. Digital Registry calls a platform (`service_key`), where that differs from our key. */
const renamed: Readonly<Record<string, readonly string[]>> = {
  twitter: ['x'],
  facebook: ['facebook_page', 'facebook_group'],
};

/** The keys of our platforms that another register's name for a platform may mean, most usual first. */
export const platformKeysOf = (serviceKey: string): readonly string[] => renamed[serviceKey] ?? [serviceKey];
