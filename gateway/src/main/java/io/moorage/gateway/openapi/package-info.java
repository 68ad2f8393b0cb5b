/** One OpenAPI document made of the services' own, and a page that shows it. */
@NullMarked
package io.moorage.gateway.openapi;

import org.jspecify.annotations.NullMarked;
