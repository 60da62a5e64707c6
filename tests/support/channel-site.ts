import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { channelFields, channelRoom, onX } from './channels.ts';
import { openTestSite } from './site.ts';

/** A site with two units, three channels (one with an owner, one for staff only) and one visitor of each kind. */
export async function openChannelSite() {
  const opened = await openTestSite();
  const { site, signedIn } = opened;
  const room = channelRoom(site);
  const keeper = await signedIn('kit@council.example', { roles: ['keeper'] });
  const staff = await signedIn('sam@council.example');
  const partner = await signedIn('pat@trust.example');
  const owner = await signedIn('ann.lee@council.example');
  await site.write((tx) => installPlatforms(tx));
  await room.addUnit('libraries', 'Libraries');
  await room.addUnit('parks', 'Parks');
  const secrets = { notes: 'NOTE-FOR-STAFF', signInPlace: 'PLACE-FOR-HOLDERS', ownerId: owner.person.id };
  const reads = onX('sandfordreads', { name: 'Sandford reads', ...secrets });
  await room.save('a', channelFields('libraries', reads), '2026-01-05');
  await room.save('b', channelFields('parks', { name: 'Park gate board', languages: ['en', 'cy'], teamMailbox: '' }));
  await room.save('s', channelFields('parks', { name: 'Depot board', circle: 'staff' }));
  return { ...opened, room, keeper, staff, partner, owner };
}
