"""Every error code with its sentence: what is wrong, and what to do next.

`{name}` stands for a value of the error. A key is `code`, or `Class.code` where one code means
different things; `bad_setting` has one sentence per setting. The test of this folder demands a
sentence for each code that is raised anywhere.
"""

from __future__ import annotations

from typing import Final

from pos_app.ui.translation import QT_TRANSLATE_NOOP

AMOUNTS: Final = {
    "not_a_number": QT_TRANSLATE_NOOP("errors", "This is not an amount. Write it like 50.00."),
    "too_fine": QT_TRANSLATE_NOOP(
        "errors", "This currency has no such small parts. Write the amount like 50.00."
    ),
    "other_form": QT_TRANSLATE_NOOP("errors", "Write the amount with a point, for example 10.50."),
    "unknown_currency": QT_TRANSLATE_NOOP("errors", "{text} is not a currency."),
    "below_minimum": QT_TRANSLATE_NOOP("errors", "The smallest amount is {minimum}."),
    "above_maximum": QT_TRANSLATE_NOOP("errors", "The largest amount is {maximum}."),
    "off_step": QT_TRANSLATE_NOOP(
        "errors", "Only steps of {step} are possible, beginning with {minimum}."
    ),
    "not_offered": QT_TRANSLATE_NOOP("errors", "This card is only sold with {offered}."),
    "amount_not_positive": QT_TRANSLATE_NOOP("errors", "The amount must be above zero."),
    "currency_mismatch": QT_TRANSLATE_NOOP(
        "errors", "This card is sold in {theirs}; this till sells in {ours}."
    ),
}

SALES: Final = {
    "address_missing": QT_TRANSLATE_NOOP("errors", "Enter the customer's e-mail address."),
    "address_unusable": QT_TRANSLATE_NOOP(
        "errors", "This is not an e-mail address. Please check it with the customer."
    ),
    "quantity": QT_TRANSLATE_NOOP("errors", "One sale can hold at most {most} cards."),
    "delivery_not_offered": QT_TRANSLATE_NOOP(
        "errors", "This card is not delivered that way. Choose another kind of delivery."
    ),
    "unavailable": QT_TRANSLATE_NOOP("errors", "{brand} can't be ordered at the moment."),
    "other_currency": QT_TRANSLATE_NOOP("errors", "{brand} is sold in another currency."),
    "other_country": QT_TRANSLATE_NOOP("errors", "{brand} is not sold in this country."),
    "no_delivery_method": QT_TRANSLATE_NOOP(
        "errors", "{brand} can't be delivered in any way that this till knows."
    ),
    "selling_stopped": QT_TRANSLATE_NOOP("errors", "{brand} is not sold at present: {sentence}"),
    "sentence_missing": QT_TRANSLATE_NOOP("errors", "Enter a sentence for the cashier."),
    "sentence_too_long": QT_TRANSLATE_NOOP(
        "errors", "The sentence for the cashier can have at most {most} characters."
    ),
    "not_stopped": QT_TRANSLATE_NOOP("errors", "This brand is being sold already."),
    "left_out": QT_TRANSLATE_NOOP(
        "errors", "Left out of the cart, because it can't be sold now: {brands}."
    ),
    "too_many_parked": QT_TRANSLATE_NOOP(
        "errors", "At most {most} carts can be parked. Take one up or throw one away first."
    ),
    "no_such_cart": QT_TRANSLATE_NOOP("errors", "This parked cart is not there any more."),
    "no_such_product": QT_TRANSLATE_NOOP("errors", "This product is not in the catalogue."),
    "label_unusable": QT_TRANSLATE_NOOP(
        "errors",
        "This can't be a shelf label. It needs 4 to 64 characters without blanks, one a digit.",
    ),
    "no_such_label": QT_TRANSLATE_NOOP("errors", "This shelf label is not known any more."),
    "cart_empty": QT_TRANSLATE_NOOP("errors", "The cart is empty. Add a card first."),
    "cart_changed": QT_TRANSLATE_NOOP(
        "errors", "The cart has changed. Go back to the cart and check it again."
    ),
    "sale_in_front": QT_TRANSLATE_NOOP(
        "errors", "The last sale is still on screen. Press New sale first."
    ),
    "balance_too_low": QT_TRANSLATE_NOOP(
        "errors",
        "The shop's balance at the provider is {available}: too little for {total}. "
        "Take cards out, or tell the manager.",
    ),
    "number_taken": QT_TRANSLATE_NOOP(
        "errors", "The sale number {number} is already used. Go back to the cart and pay again."
    ),
    "still_ordering": QT_TRANSLATE_NOOP(
        "errors", "Some cards are still being ordered. Wait, or give them up first."
    ),
    "no_such_sale": QT_TRANSLATE_NOOP("errors", "There is no sale {sale} on this till."),
    "no_such_line": QT_TRANSLATE_NOOP("errors", "There is no card {line} on this till."),
}

LINES: Final = {
    "card_has_arrived": QT_TRANSLATE_NOOP(
        "errors", "The card has just arrived. Hand it over, or have it invalidated."
    ),
    "too_early": QT_TRANSLATE_NOOP(
        "errors", "It is too early to give up. Ask the customer for a moment."
    ),
    "already_given_up": QT_TRANSLATE_NOOP("errors", "This card has been given up already."),
    "already_ended": QT_TRANSLATE_NOOP(
        "errors", "This order has already ended. Nothing is left to give up."
    ),
    "already_handed_over": QT_TRANSLATE_NOOP("errors", "This card has already been handed over."),
    "already_refunded": QT_TRANSLATE_NOOP(
        "errors", "The customer already has the money back for this card."
    ),
    "given_up": QT_TRANSLATE_NOOP(
        "errors", "This card has been given up: it must not be handed over any more."
    ),
    "give_up_first": QT_TRANSLATE_NOOP("errors", "Press Give up and refund first."),
    "key_too_old": QT_TRANSLATE_NOOP(
        "errors", "This order is too old to be sent again. The provider must be asked."
    ),
    "no_refund_due": QT_TRANSLATE_NOOP("errors", "No refund is due for this card."),
    "refund_still_due": QT_TRANSLATE_NOOP(
        "errors", "The customer's refund comes first: pay it and press Refund paid."
    ),
    "not_a_case": QT_TRANSLATE_NOOP("errors", "Nothing is open about this card."),
    "not_delivered": QT_TRANSLATE_NOOP("errors", "This card has not been delivered."),
    "not_ended": QT_TRANSLATE_NOOP(
        "errors", "It is not yet certain what became of this order. Wait for the provider."
    ),
    "not_sendable": QT_TRANSLATE_NOOP("errors", "This order can't be sent in its present state."),
    "not_waiting": QT_TRANSLATE_NOOP("errors", "This order is no longer waiting."),
    "nothing_to_ask": QT_TRANSLATE_NOOP(
        "errors", "There is nothing to ask the provider about this card."
    ),
    "nothing_to_print": QT_TRANSLATE_NOOP("errors", "There is no slip to print for this card."),
    "nothing_to_show": QT_TRANSLATE_NOOP("errors", "There is no code to show for this card."),
    "reason_missing": QT_TRANSLATE_NOOP("errors", "Enter a reason."),
    "card_not_the_same": QT_TRANSLATE_NOOP(
        "errors",
        "The provider no longer has this card as it was sold. Ask the issuer whether it was "
        "redeemed or cancelled.",
    ),
    "other_card": QT_TRANSLATE_NOOP("errors", "The provider shows another card for this order."),
    "case_open": QT_TRANSLATE_NOOP("errors", "Something is still open about this sale."),
    "not_handed_over": QT_TRANSLATE_NOOP("errors", "This card has not been handed over."),
    "not_invalidated": QT_TRANSLATE_NOOP("errors", "This card has not been invalidated."),
    "no_refund": QT_TRANSLATE_NOOP("errors", "There is no refund for this card."),
    "already_erased": QT_TRANSLATE_NOOP("errors", "This code has been erased from the till."),
}

PEOPLE: Final = {
    "NotAllowedError.locked": QT_TRANSLATE_NOOP("errors", "The till is locked. Sign in first."),
    "needs_manager": QT_TRANSLATE_NOOP("errors", "A manager must approve this."),
    "not_a_manager": QT_TRANSLATE_NOOP("errors", "Only a manager can approve this."),
    "wrong_pin": QT_TRANSLATE_NOOP("errors", "The PIN is wrong. Please try again."),
    "WrongPinError.too_early": QT_TRANSLATE_NOOP(
        "errors", "Too many wrong PINs. Try again in {wait_s} seconds."
    ),
    "bad_pin": QT_TRANSLATE_NOOP("errors", "A PIN has 4 to 12 digits."),
    "bad_name": QT_TRANSLATE_NOOP("errors", "Enter a name of 1 to 60 characters."),
    "name_taken": QT_TRANSLATE_NOOP("errors", "Somebody is already called {name}."),
    "no_such_person": QT_TRANSLATE_NOOP("errors", "This person is no longer known to the till."),
    "not_active": QT_TRANSLATE_NOOP("errors", "This person may not sign in at present."),
    "last_manager": QT_TRANSLATE_NOOP(
        "errors", "The till needs at least one manager. Make somebody else a manager first."
    ),
    "no_open_day": QT_TRANSLATE_NOOP(
        "errors", "No day is open. It opens by itself with the first sale."
    ),
    "no_such_day": QT_TRANSLATE_NOOP("errors", "There is no day {day} on this till."),
    "no_such_notice": QT_TRANSLATE_NOOP("errors", "Somebody has read this notice already."),
}

SETTINGS: Final = {
    "bad_setting": QT_TRANSLATE_NOOP("errors", "{key} can't be {value}."),
    "bad_setting.store": QT_TRANSLATE_NOOP("errors", "Enter the shop's name, 1 to 80 characters."),
    "bad_setting.till": QT_TRANSLATE_NOOP(
        "errors", "A till's name has 1 to 12 letters, digits or hyphens."
    ),
    "bad_setting.country": QT_TRANSLATE_NOOP(
        "errors", "Enter the country as two capital letters, such as DE."
    ),
    "bad_setting.currency": QT_TRANSLATE_NOOP(
        "errors", "Enter the currency as three capital letters, such as EUR."
    ),
    "bad_setting.manager": QT_TRANSLATE_NOOP("errors", "Enter the first manager's name."),
    "bad_setting.client_id": QT_TRANSLATE_NOOP(
        "errors", "Enter the client id that the provider gave the shop."
    ),
    "bad_client_id": QT_TRANSLATE_NOOP(
        "errors", "This client id can't be used. Copy it again from the provider's letter."
    ),
    "provider_url_unreadable": QT_TRANSLATE_NOOP("errors", "This is not a web address."),
    "provider_url_insecure": QT_TRANSLATE_NOOP(
        "errors", "The address must begin with https, so that nobody can read along."
    ),
    "provider_url_no_version": QT_TRANSLATE_NOOP(
        "errors", "The address must end with the version, such as /v1."
    ),
    "secret_missing": QT_TRANSLATE_NOOP("errors", "Enter the client secret."),
    "missing_secret": QT_TRANSLATE_NOOP(
        "errors", "The client secret is not known. A manager enters it in Settings."
    ),
    "bad_printer": QT_TRANSLATE_NOOP(
        "errors", "This printer can't be used. Choose one from the list or check the address."
    ),
    "already_set_up": QT_TRANSLATE_NOOP("errors", "This till has been set up already."),
    "fixed_setting": QT_TRANSLATE_NOOP(
        "errors", "Till, country and currency can't be changed once the till is set up."
    ),
    "open_orders": QT_TRANSLATE_NOOP(
        "errors",
        "The provider account can't be changed while cards are open. Close the open cases first.",
    ),
    "report_not_written": QT_TRANSLATE_NOOP("errors", "{path} can't be written: {reason}."),
    "account_refused": QT_TRANSLATE_NOOP(
        "errors",
        "The provider does not accept this client id and secret ({said}). Nothing was changed.",
    ),
    "account_untested": QT_TRANSLATE_NOOP(
        "errors",
        "The new account could not be tested ({said}), so nothing was changed. Try again once "
        "the provider answers.",
    ),
    "secret_elsewhere": QT_TRANSLATE_NOOP(
        "errors",
        "The secret comes from the environment of this computer (POS_APP_CLIENT_SECRET). "
        "Change it there.",
    ),
    "port_unusable": QT_TRANSLATE_NOOP("errors", "The port {port} can't be used: {reason}."),
    "unknown_trouble": QT_TRANSLATE_NOOP("errors", "There is no trouble called {name}."),
    "bad_trouble_count": QT_TRANSLATE_NOOP("errors", "{count} is not a usable number of times."),
    "trouble_not_for_call": QT_TRANSLATE_NOOP(
        "errors", "The trouble {name} does not fit that request."
    ),
}

SURROUNDINGS: Final = {
    "disk_full": QT_TRANSLATE_NOOP(
        "errors", "The disk is full. Nothing was lost. Free some space, then try again."
    ),
    "read_only": QT_TRANSLATE_NOOP(
        "errors", "The till may not write to its folder. Check the rights of the data folder."
    ),
    "corrupt": QT_TRANSLATE_NOOP(
        "errors", "The database is damaged. Stop selling and restore the last backup."
    ),
    "locked": QT_TRANSLATE_NOOP(
        "errors", "Another program holds the database. Close it and try again."
    ),
    "io": QT_TRANSLATE_NOOP(
        "errors", "The disk does not answer as it should ({detail}). Check the disk."
    ),
    "not_verified": QT_TRANSLATE_NOOP(
        "errors", "The backup could not be verified and was not kept. Check the disk."
    ),
    "already_there": QT_TRANSLATE_NOOP("errors", "There is already a database at {path}."),
    "missing": QT_TRANSLATE_NOOP("errors", "There is no database at {path}."),
    "missing_but_known": QT_TRANSLATE_NOOP(
        "errors",
        "This till has been used, but its database is gone from {path}. "
        'Put the newest backup in its place with: pos-app restore "{backup}"',
    ),
    "missing_but_known.no_backup": QT_TRANSLATE_NOOP(
        "errors",
        "This till has been used, but its database is gone from {path}, and there is no backup "
        "beside it. Put one in its place with: pos-app restore FILE",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "errors",
        "The database can't be trusted ({detail}). "
        'Put the newest backup in its place with: pos-app restore "{backup}"',
    ),
    "damaged.no_backup": QT_TRANSLATE_NOOP(
        "errors",
        "The database can't be trusted ({detail}), and there is no backup beside it. "
        "Put one in its place with: pos-app restore FILE",
    ),
    "other_computer": QT_TRANSLATE_NOOP(
        "errors",
        "This till was copied from another computer, so it does not sell here. "
        "To move it here for good, stop the other one and run pos-app restore "
        "with its newest backup.",
    ),
    "till_is_running": QT_TRANSLATE_NOOP("errors", "The till is running. Close it first."),
    "backup_unreadable": QT_TRANSLATE_NOOP("errors", "The backup {path} can't be read: {reason}."),
    "not_a_backup": QT_TRANSLATE_NOOP("errors", "{path} is not a backup of a till."),
    "backup_damaged": QT_TRANSLATE_NOOP("errors", "The backup {path} is damaged ({detail})."),
    "backup_newer": QT_TRANSLATE_NOOP(
        "errors", "The backup {path} comes from a newer program. Install the newest version."
    ),
    "backup_of_other_till": QT_TRANSLATE_NOOP(
        "errors", "The backup {path} belongs to another till ({what} differs)."
    ),
    "backup_wrong_key": QT_TRANSLATE_NOOP(
        "errors", "The backup {path} can't be opened with this till's key."
    ),
    "other_installation": QT_TRANSLATE_NOOP(
        "errors", "This database belongs to another till. Put this till's own database back."
    ),
    "newer_schema": QT_TRANSLATE_NOOP(
        "errors", "The database comes from a newer program. Install the newest version."
    ),
    "migration_failed": QT_TRANSLATE_NOOP(
        "errors",
        "The database could not be brought up to date. The copy made before is untouched; "
        "keep it and call support.",
    ),
    "VaultError.locked": QT_TRANSLATE_NOOP(
        "errors", "The place where the till keeps its secrets can't be opened. Unlock it first."
    ),
    "not_stored": QT_TRANSLATE_NOOP("errors", "The secret could not be kept. Nothing changed."),
    "bad_key": QT_TRANSLATE_NOOP("errors", "The key of the card vault is damaged. Call support."),
    "wrong_key": QT_TRANSLATE_NOOP(
        "errors", "The key does not fit this database: its cards can't be opened. Call support."
    ),
    "not_opened": QT_TRANSLATE_NOOP("errors", "This card can't be opened. Call support."),
}

STARTING: Final = {
    "already_running": QT_TRANSLATE_NOOP(
        "errors", "The till is already running on this computer, but does not answer."
    ),
    "settings_missing": QT_TRANSLATE_NOOP(
        "errors", "The settings of this till are missing ({file}). Put them back."
    ),
    "settings_damaged": QT_TRANSLATE_NOOP(
        "errors", "The settings can't be understood ({file}). Put a good copy back."
    ),
    "settings_unreadable": QT_TRANSLATE_NOOP(
        "errors", "The settings can't be read ({file}). Check the rights of the file."
    ),
    "setting_missing": QT_TRANSLATE_NOOP("errors", "The setting {key} is missing."),
    "unknown_setting": QT_TRANSLATE_NOOP(
        "errors", "The setting {key} is not known. Does it come from a newer program?"
    ),
    "bad_home": QT_TRANSLATE_NOOP("errors", "{variable} must be the full path of a folder."),
    "bad_language": QT_TRANSLATE_NOOP("errors", "{variable} is {value}; the till speaks {known}."),
    "not_a_folder": QT_TRANSLATE_NOOP("errors", "{path} is a file, not a folder."),
    "key_missing": QT_TRANSLATE_NOOP(
        "errors", "The key of the card vault is missing. Put it back, or restore a backup."
    ),
    "not_empty": QT_TRANSLATE_NOOP("errors", "There are sales in {path}; nothing was removed."),
    "training_ledger_unusable": QT_TRANSLATE_NOOP(
        "errors", "The training provider's books can't be read or written."
    ),
    "training_ledger_damaged": QT_TRANSLATE_NOOP(
        "errors", "The training provider's books are damaged. Remove the training folder."
    ),
}

PRINTERS: Final = {
    "PrinterError.offline": QT_TRANSLATE_NOOP(
        "errors", "The printer does not answer. Is it on and connected? Then print again."
    ),
    "paper_out": QT_TRANSLATE_NOOP(
        "errors", "The printer is out of paper. Put a new roll in, then print again."
    ),
    "unknown_printer": QT_TRANSLATE_NOOP(
        "errors", "The printer {target} can't be found. Choose a printer in Settings."
    ),
    "permission": QT_TRANSLATE_NOOP(
        "errors", "The till may not print to {target}. Check its rights or choose another."
    ),
    "PrinterError.disk_full": QT_TRANSLATE_NOOP(
        "errors", "The slip could not be written: the disk is full. Free some space first."
    ),
    "failed": QT_TRANSLATE_NOOP("errors", "The slip could not be printed. Try again."),
    "no_voucher": QT_TRANSLATE_NOOP(
        "errors", "The brand has no PDF of its own for this card. The slip of this till is enough."
    ),
    "voucher_not_https": QT_TRANSLATE_NOOP(
        "errors",
        "The address of the brand's PDF is not safe, so it was not fetched. "
        "The slip of this till is just as good.",
    ),
    "voucher_unreachable": QT_TRANSLATE_NOOP(
        "errors", "The brand's PDF could not be fetched. The slip of this till is just as good."
    ),
    "voucher_too_large": QT_TRANSLATE_NOOP(
        "errors",
        "The brand's PDF is larger than {most} MB, so it was not fetched. "
        "The slip of this till is just as good.",
    ),
    "voucher_no_pdf": QT_TRANSLATE_NOOP(
        "errors",
        "What the brand sent is no PDF that can be printed. "
        "The slip of this till is just as good.",
    ),
    "bad_tax_note": QT_TRANSLATE_NOOP(
        "errors", "The sentence has to fit on one line of up to {most} characters."
    ),
    "no_print_system": QT_TRANSLATE_NOOP(
        "errors", "This computer has no printing system. Choose another kind of printer."
    ),
    "no_printer": QT_TRANSLATE_NOOP(
        "errors", "No printer is chosen. A manager chooses one in Settings."
    ),
}

PROVIDER: Final = {
    "not_sent": QT_TRANSLATE_NOOP("errors", "The provider can't be reached. Check the network."),
    "not_connected": QT_TRANSLATE_NOOP(
        "errors", "The provider can't be reached. Check the network."
    ),
    "name_unknown": QT_TRANSLATE_NOOP(
        "errors", "The provider's address can't be found. Check the network and the address."
    ),
    "tls_failed": QT_TRANSLATE_NOOP(
        "errors", "The connection to the provider is not secure and was not used."
    ),
    "no_answer": QT_TRANSLATE_NOOP("errors", "The provider did not answer in time."),
    "cut": QT_TRANSLATE_NOOP("errors", "The connection to the provider was cut."),
    "closed": QT_TRANSLATE_NOOP("errors", "The till is closing; nothing more is asked."),
    "too_large": QT_TRANSLATE_NOOP("errors", "The provider's answer was too large to be used."),
    "unreadable": QT_TRANSLATE_NOOP("errors", "The provider's answer could not be read."),
    "endless_catalogue": QT_TRANSLATE_NOOP(
        "errors", "The provider's catalogue does not end. The last good one stays in use."
    ),
    "invalid_signature": QT_TRANSLATE_NOOP(
        "errors", "The provider refuses the client id or the secret. Check both in Settings."
    ),
    "invalid_signature_format": QT_TRANSLATE_NOOP(
        "errors", "The provider refuses the client id or the secret. Check both in Settings."
    ),
    "invalid_date_header": QT_TRANSLATE_NOOP(
        "errors", "This computer's clock is off. Set it right, then try again."
    ),
    "invalid_host_header": QT_TRANSLATE_NOOP(
        "errors", "The provider does not know this address. Check it in Settings."
    ),
    "invalid_request_body": QT_TRANSLATE_NOOP(
        "errors", "The provider could not read what the till sent. Call support."
    ),
    "live_mode_disabled": QT_TRANSLATE_NOOP(
        "errors", "The provider has not opened this account for real sales yet."
    ),
    "api_key_missing_required_scope": QT_TRANSLATE_NOOP(
        "errors", "This client id may not do that at the provider. Ask the provider."
    ),
    "request_blocked": QT_TRANSLATE_NOOP(
        "errors", "The provider blocks this computer for now. Try again later."
    ),
    "path_not_found": QT_TRANSLATE_NOOP(
        "errors", "The provider does not know this address. Check it, with its version at the end."
    ),
    "content_too_large": QT_TRANSLATE_NOOP("errors", "The provider refuses so much at once."),
    "rate_limit_exceeded": QT_TRANSLATE_NOOP(
        "errors", "The provider asks for a pause. The till goes on by itself."
    ),
    "internal_server_error": QT_TRANSLATE_NOOP(
        "errors", "The provider has a disturbance of its own. Try again later."
    ),
    "entity_not_found": QT_TRANSLATE_NOOP("errors", "The provider does not know this order."),
    "invalid_body_parameters": QT_TRANSLATE_NOOP(
        "errors", "The provider refuses a detail of this order."
    ),
    "order_not_allowed_for_product": QT_TRANSLATE_NOOP(
        "errors", "The provider does not sell this card at the moment."
    ),
    "insufficient_available_balance": QT_TRANSLATE_NOOP(
        "errors", "The shop's balance at the provider is too low. Tell the manager."
    ),
    "customer_amount_limit_exceeded": QT_TRANSLATE_NOOP(
        "errors", "The provider's limit for one customer is exceeded."
    ),
    "order_processing": QT_TRANSLATE_NOOP(
        "errors", "The provider is still working on this order. The till asks again by itself."
    ),
    "order_failed": QT_TRANSLATE_NOOP("errors", "The order has failed at the provider."),
    "order_invalidated": QT_TRANSLATE_NOOP("errors", "The card has already been invalidated."),
    "order_invalidation_period_expired": QT_TRANSLATE_NOOP(
        "errors", "It is too late: the provider no longer takes this card back."
    ),
    "order_invalidation_not_supported": QT_TRANSLATE_NOOP(
        "errors", "The provider does not take cards of this brand back."
    ),
}

SENTENCES: Final = {
    **AMOUNTS,
    **SALES,
    **LINES,
    **PEOPLE,
    **SETTINGS,
    **SURROUNDINGS,
    **STARTING,
    **PRINTERS,
    **PROVIDER,
}
# What a code of tomorrow gets; the code itself goes into the sentence.
UNKNOWN: Final = {
    "ProviderUnavailableError": QT_TRANSLATE_NOOP(
        "errors", "The provider refused ({code}). Try again later or call support."
    ),
    "": QT_TRANSLATE_NOOP("errors", "That did not work ({code}). Try again or call support."),
}
