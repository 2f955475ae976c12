/** Lists: page by page or item by item, complete or with a clear failure. */
@NullMarked
package dev.contactsdk.core.paging;

import org.jspecify.annotations.NullMarked;
