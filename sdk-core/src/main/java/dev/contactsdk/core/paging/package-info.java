/** Lists, read page by page or item by item. They are complete or fail clearly. */
@NullMarked
package dev.contactsdk.core.paging;

import org.jspecify.annotations.NullMarked;
