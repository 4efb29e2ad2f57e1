"""Pure formatting: records to markup and to terminal text. Nothing else knows about markup."""
