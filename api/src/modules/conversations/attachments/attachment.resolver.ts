import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Attachment } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import type { Attachment as StoredAttachment } from './attachment.store.ts'
import type { AttachmentUrls } from './attachment-url.ts'

@Resolver(() => Attachment)
export class AttachmentResolver {
  readonly #urls: AttachmentUrls

  constructor(urls: AttachmentUrls) {
    this.#urls = urls
  }

  @FieldResolver(() => String)
  url(@Root() { id }: StoredAttachment, @Ctx() { unit }: Context) {
    return this.#urls.sign({ tenantId: unit.tenantId, id, now: unit.now })
  }

  @FieldResolver(() => String, { nullable: true })
  thumbnailUrl(@Root() { id, hasThumbnail }: StoredAttachment, @Ctx() { unit }: Context) {
    return hasThumbnail ? this.#urls.sign({ tenantId: unit.tenantId, id, now: unit.now, size: 'small' }) : null
  }
}
