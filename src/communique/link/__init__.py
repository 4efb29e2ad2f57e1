"""Mentions to records with ids: who is who, whose role, whose rank, whose words."""
